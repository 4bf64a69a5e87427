"""What a panel's levels can bear: bands, agreement, closeness. Pure functions over the model."""
