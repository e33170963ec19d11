"""What the analyzer knows of code that it does not read: the standard library and a few well-known modules."""
