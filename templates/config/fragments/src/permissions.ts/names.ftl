  settingsReadPermission,
