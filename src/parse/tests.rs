//! Properties of reading: it never panics, and every span lies in its file.
