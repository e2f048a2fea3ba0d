"""One module per format of true road geometry."""
