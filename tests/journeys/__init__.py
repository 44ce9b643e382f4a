"""Whole stories: what somebody does with learnlog, from the first start to the file in their hand."""
