part-today = This morning
