using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Ethics.Crm.Runtime;

/// <summary>Keys for the binders of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SubjectKeys
{
    private const DynamicallyAccessedMemberTypes Fields = DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields;

    /// <summary>Nobody: the key is unset.</summary>
    public static readonly IReadOnlyList<SubjectKey> None = [];

    /// <summary>One person, or nobody when the id is null, empty, the default of its type, or has no text form.</summary>
    public static IReadOnlyList<SubjectKey> One<[DynamicallyAccessedMembers(Fields)] T>(string subjectType, T id, string? tenant = null) =>
        SubjectId.Of(id).Text is { } text ? [new SubjectKey(SubjectId.TextOrNull(tenant), subjectType, text)] : None;

    /// <summary>One person of a tenant that is named by more than text; nobody when the tenant has no text form: it could be any.</summary>
    public static IReadOnlyList<SubjectKey> OneIn<[DynamicallyAccessedMembers(Fields)] T, [DynamicallyAccessedMembers(Fields)] TTenant>(string subjectType, T id, TTenant tenant) =>
        SubjectId.Of(tenant) is { HasNoText: false } named ? One(subjectType, id, named.Text) : None;

    /// <summary>Everybody that data about several people names; nobody as soon as one of them is unset, because it needs all of them. For woven code.</summary>
    public static IReadOnlyList<SubjectKey> All(params IReadOnlyList<SubjectKey>[] people)
    {
        var all = new List<SubjectKey>(people.Length);
        foreach (var one in people)
        {
            if (one.Count == 0)
                return None;
            all.AddRange(one);
        }

        return all;
    }
}
