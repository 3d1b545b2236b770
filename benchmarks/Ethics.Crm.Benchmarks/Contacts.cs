using Ethics.Crm;

namespace Ethics.Crm.Benchmarks;

/// <summary>What every alternative protects.</summary>
public interface IContact
{
    int Id { get; }

    string Email { get; set; }
}

/// <summary>The measure of all: nothing is checked.</summary>
public sealed class PlainContact : IContact
{
    public required int Id { get; init; }

    public required string Email { get; set; }
}

/// <summary>Guarded as an application would do it; the getter comes from the source generator.</summary>
[DataSubject]
public sealed partial class GuardedContact
{
    [DataSubjectId]
    public required int Id { get; init; }

    [DataCategory(Categories.ContactEmail), CollectedFor(Purposes.Support, Purposes.Newsletter)]
    public required partial string Email { get; set; }
}

/// <summary>Read for the sixtieth of many purposes.</summary>
[DataSubject]
public sealed partial class LateContact
{
    [DataSubjectId]
    public required int Id { get; init; }

    [DataCategory(Categories.ContactEmail), CollectedFor(Purposes.ZLate60)]
    public required partial string Email { get; set; }
}

/// <summary>A value, which has no place for a slot: it is looked for by the id.</summary>
[DataSubject]
public partial struct StructContact
{
    [DataSubjectId]
    public required int Id { get; init; }

    [DataCategory(Categories.ContactEmail), CollectedFor(Purposes.Newsletter)]
    public required partial string Email { get; set; }
}
