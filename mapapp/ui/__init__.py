"""The Streamlit page: widgets and nothing else."""
