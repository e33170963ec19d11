package missingreturn

func Exercise() {
	open().read(func() (string, error) { return "", errEnd })
}
