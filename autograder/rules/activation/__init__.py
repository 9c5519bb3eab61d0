"""Rules on what bends the values between layers."""
