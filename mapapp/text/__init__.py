"""Spellings, tokens and sentences: text before it means anything."""
