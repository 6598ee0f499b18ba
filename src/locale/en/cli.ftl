help-label = help:{" "}
