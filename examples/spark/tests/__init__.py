"""Tests of the job's parts: `python -m unittest discover -t . -s tests`, in this folder."""
