// Package output is the only writer of files.
//
// A file appears whole or not at all: its bytes go to a temporary file in the same folder, are
// synced to the disk and take the target's name in one step. Whatever goes wrong before that,
// a full disk or a cancelled run among it, leaves nothing behind and the old file as it was. Files are readable by
// their owner alone (mode 0600), since a packet holds what is private.
package output
