part-today = This {morning
