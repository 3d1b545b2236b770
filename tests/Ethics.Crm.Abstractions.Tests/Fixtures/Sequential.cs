using System.Runtime.CompilerServices;
using Ethics.Crm.Abstractions.Tests.Fixtures;

// The gate is the process's: a test that puts another runtime in place must not meet one that reads.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

internal static class BitsOfTheModel
{
    /// <summary>Some tests use up all bits. The model's purposes get theirs first, in whatever order tests run, so that its reads take the fast path.</summary>
    [ModuleInitializer]
    internal static void Take() => _ = Contact.Guards.Email.Member;
}
