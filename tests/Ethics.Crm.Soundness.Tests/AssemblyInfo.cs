// What is measured uses all processors by itself, and the time of its phases is published, at the end.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: TestCollectionOrderer("Ethics.Crm.Soundness.Tests.PublicationLast", "Ethics.Crm.Soundness.Tests")]
