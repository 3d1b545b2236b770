using Mono.Cecil;

namespace Ethics.Crm.Weaver.Subjects;

/// <summary>One value of the key: a member that says whom the object is about, or of which tenant.</summary>
internal sealed record KeyPart(IMemberDefinition Member, TypeReference Owner, TypeReference Type)
{
    public bool IsText => Type.FullName == "System.String";

    public bool Equals(KeyPart? other) => other is not null && ReferenceEquals(Member, other.Member);

    public override int GetHashCode() => Member.GetHashCode();
}

/// <summary>Who an object of a type is about. No people: nobody that we know.</summary>
internal sealed record Subject(IReadOnlyList<(string SubjectType, KeyPart Id)> People, KeyPart? Tenant)
{
    public static readonly Subject Nobody = new([], null);

    /// <summary>The values of the key, the tenant last.</summary>
    public IReadOnlyList<KeyPart> Parts { get; } = [.. People.Select(static person => person.Id).Concat(Tenant is null || People.Count == 0 ? [] : [Tenant]).Distinct()];
}
