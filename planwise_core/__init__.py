"""PlanWise: a running coach you talk to. `open_planwise` is the front door."""
