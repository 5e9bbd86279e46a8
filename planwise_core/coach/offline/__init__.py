"""The rooms of the offline coach; its door is `planwise_core.coach.offline_coach`."""
