// The gate is the process's: a test that puts another runtime in place must not meet one that reads.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
