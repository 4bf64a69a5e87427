"""SmartRecruiters: reviews, candidates and what belongs to them."""
