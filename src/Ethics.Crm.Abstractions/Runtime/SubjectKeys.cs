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

    /// <summary>Everybody that data about several people names. Where one of them is unset there is somebody unknown beside them, a key without id: it needs all of them, and what one has stopped is stopped. Nobody when all are.</summary>
    public static IReadOnlyList<SubjectKey> All(params IReadOnlyList<SubjectKey>[] people)
    {
        var all = new List<SubjectKey>(people.Length);
        var areAll = true;
        foreach (var one in people)
        {
            areAll &= one.Count > 0;
            all.AddRange(one);
        }

        return AllOf(all, areAll);
    }

    /// <summary>Those who are named, and somebody unknown where these are not all.</summary>
    internal static IReadOnlyList<SubjectKey> AllOf(List<SubjectKey> named, bool areAll)
    {
        if (named.Count == 0)
            return None;
        if (!areAll)
            named.Add(default);
        return named;
    }

    /// <summary>Whether a key stands for somebody of whom nothing is known: one that says no id, whatever else it says.</summary>
    internal static bool IsOfNobody(SubjectKey key) => string.IsNullOrEmpty(key.Id);

    /// <summary>Whether there is somebody among them of whom nothing is known.</summary>
    internal static bool AreNotAll(IReadOnlyList<SubjectKey> people)
    {
        for (var i = 0; i < people.Count; i++)
        {
            if (IsOfNobody(people[i]))
                return true;
        }

        return false;
    }
}
