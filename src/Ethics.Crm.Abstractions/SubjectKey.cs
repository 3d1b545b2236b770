using System.Diagnostics.CodeAnalysis;
using Ethics.Crm.Runtime;

namespace Ethics.Crm;

/// <summary>Who a person is, everywhere: consent, decisions, disclosures and erasure are kept under this key.</summary>
/// <param name="Tenant">Null without tenants.</param>
/// <param name="SubjectType">The name that <see cref="DataSubjectAttribute"/> gives, else the full name of the base-most type that has it.</param>
/// <param name="Id">Invariant text.</param>
public readonly record struct SubjectKey(string? Tenant, string SubjectType, string Id)
{
    /// <summary>The key of the person of type <typeparamref name="T"/> with this id.</summary>
    /// <exception cref="ArgumentException">The id is null, empty or the default of its type.</exception>
    public static SubjectKey Of<[DynamicallyAccessedMembers(SubjectTypes.Members)] T>(object id, string? tenant = null)
    {
        var text = SubjectId.Text(id);
        return text is null
            ? throw new ArgumentException($"The id of a person of type '{typeof(T).Name}' is unset.", nameof(id))
            : new SubjectKey(tenant, SubjectTypes.NameOf(typeof(T)), text);
    }

    /// <summary>The key of the person that an object with <see cref="DataSubjectIdAttribute"/> is about.</summary>
    /// <exception cref="ArgumentException">The type has no id of its own person, or the id is unset.</exception>
    public static SubjectKey Of<[DynamicallyAccessedMembers(SubjectTypes.Members)] T>(T subject)
        where T : class
    {
        _ = subject ?? throw new ArgumentNullException(nameof(subject));
        var members = SubjectTypes.Describe(typeof(T));
        if (members.Id is null)
            throw new ArgumentException($"'{typeof(T).Name}' has no member with [DataSubjectId].", nameof(subject));
        var id = SubjectId.Text(members.Id(subject));
        return id is null
            ? throw new ArgumentException($"The [DataSubjectId] of this '{typeof(T).Name}' is unset.", nameof(subject))
            : new SubjectKey(SubjectId.Text(members.Tenant?.Invoke(subject)), members.Name, id);
    }

    /// <summary>Type and tenant only: an id is personal data and stays out of logs.</summary>
    public override string ToString() => Tenant is null ? SubjectType : $"{SubjectType} ({Tenant})";
}
