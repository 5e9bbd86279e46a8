"""The rooms `PlanWise` is made of: every method is *load, decide, save*, about one client, whose id comes first."""
