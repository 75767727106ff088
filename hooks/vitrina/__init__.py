"""Vitrina turns a public programme's dataset into a site for the people who pay for it."""

__version__ = "0.1.0"
