"""Tests of the reader of Greenhouse Harvest v3."""
