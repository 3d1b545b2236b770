// What cases write to the console is part of what they show, and the console is the process's: a test that writes beside them would change it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
