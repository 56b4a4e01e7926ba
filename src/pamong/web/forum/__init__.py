"""Forum: where leaders and OPDs meet, by list, by series, and one by one."""
