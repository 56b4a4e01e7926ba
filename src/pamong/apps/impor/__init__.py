"""Moving in: files become a preview, then one act of the record, which can be undone as one."""
