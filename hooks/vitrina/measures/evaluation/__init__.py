"""How effective a programme was, by the method that its own data name; off where they name none."""
