"""Starts, watches and stops the parts that make up the service."""
