"""What happens to a local group after its start: it rests, ends, changes hands or its name."""
