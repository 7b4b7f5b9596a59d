"""One flow for everything that is validated: sources, parts by province, check, mask, settle."""
