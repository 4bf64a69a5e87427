"""Greenhouse Harvest v3: flat lists, put together into the objects that v1 had."""
