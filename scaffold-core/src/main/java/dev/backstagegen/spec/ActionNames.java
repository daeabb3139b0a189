package dev.backstagegen.spec;

/** How the words of an action's name are joined. */
public enum ActionNames {
    SNAKE,
    KEBAB;

    public String join(Name... parts) {
        StringBuilder name = new StringBuilder();
        for (Name part : parts) {
            name.append(name.isEmpty() ? "" : separator()).append(this == SNAKE ? part.snake() : part.kebab());
        }
        return name.toString();
    }

    public String separator() {
        return this == SNAKE ? "_" : "-";
    }
}
