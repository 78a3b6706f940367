"""Writers of file formats; they know columns and cells, not what stands in them."""
