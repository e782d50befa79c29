"""The component tags, by family. All are builtins: templates need no `load`."""
