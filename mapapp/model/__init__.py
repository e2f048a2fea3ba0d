"""Frozen data that the stages exchange: no I/O, no behavior beyond arithmetic."""
