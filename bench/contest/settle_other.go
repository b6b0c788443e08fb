//go:build !unix

package contest

// settle does nothing where the system has no such call.
func settle() {}
