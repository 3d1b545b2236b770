// What is measured uses all processors by itself, and the time of its phases is published.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
