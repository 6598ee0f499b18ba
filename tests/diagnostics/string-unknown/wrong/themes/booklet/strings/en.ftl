part-todya = This morning
