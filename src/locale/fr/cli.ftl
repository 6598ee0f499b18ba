help-label = à faire :{" "}
