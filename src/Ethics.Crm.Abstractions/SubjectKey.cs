using System.Diagnostics.CodeAnalysis;
using Ethics.Crm.Runtime;

namespace Ethics.Crm;

/// <summary>Who a person is, everywhere: consent, decisions, disclosures and erasure are kept under this key.</summary>
/// <param name="Tenant">The person's tenant; null means the tenant of the options, else none.</param>
/// <param name="SubjectType">The name that <see cref="DataSubjectAttribute"/> gives, else the full name of the base-most type that has it.</param>
/// <param name="Id">Invariant text; a <see cref="Guid"/> in its <c>D</c> form.</param>
public readonly record struct SubjectKey(string? Tenant, string SubjectType, string Id)
{
    /// <summary>The key of the person of type <typeparamref name="T"/> with this id.</summary>
    /// <typeparam name="T">A type with <see cref="DataSubjectAttribute"/>, or derived from one.</typeparam>
    /// <param name="id">The identifying value: text, number, <see cref="Guid"/>, date, enum, a type of your own with one of these in it or with a text of its own. Equal ids give equal keys in every culture.</param>
    /// <param name="tenant">The person's tenant; null or empty for the tenant of the options.</param>
    /// <exception cref="ArgumentException">The id is null, empty or the default of its type; it has no text form (an array, a value of several parts); or <typeparamref name="T"/> is not about a person.</exception>
    public static SubjectKey Of<[DynamicallyAccessedMembers(SubjectTypes.Members)] T>(object id, string? tenant = null)
    {
        var text = TextOf(SubjectId.Of(id), typeof(T), id?.GetType(), "id", nameof(id));
        return text is null
            ? throw new ArgumentException($"The id of a person of type '{typeof(T).Name}' is unset (null, empty or the default of its type), so it names nobody.", nameof(id))
            : new SubjectKey(SubjectId.TextOrNull(tenant), SubjectTypes.NameOf(typeof(T)), text);
    }

    /// <summary>The key of the person that an object is about, from its <see cref="DataSubjectIdAttribute"/> and <see cref="DataSubjectTenantAttribute"/>.</summary>
    /// <exception cref="ArgumentException">The object has no id, its id is unset or has no text form, or it is about several people.</exception>
    public static SubjectKey Of<[DynamicallyAccessedMembers(SubjectTypes.Members)] T>(T subject)
    {
        _ = subject ?? throw new ArgumentNullException(nameof(subject));
        var type = subject.GetType();
        var members = SubjectMembers.Of(type);
        if (members.Ids.Count == 0)
            throw new ArgumentException($"'{type.Name}' has no member with [DataSubjectId], so nothing tells whom it is about. Mark its id, or, if this is an id, say whose: SubjectKey.Of<Customer>(id).", nameof(subject));

        var tenant = members.TenantMember?.Read(subject) is { } named ? TextOf(SubjectId.Of(named), type, named.GetType(), "tenant", nameof(subject)) : null;
        var people = new HashSet<SubjectKey>();
        foreach (var member in members.Ids)
        {
            var value = member.Read(subject);
            if (TextOf(SubjectId.Of(value), type, value?.GetType(), "id", nameof(subject)) is { } id)
                people.UnionWith(SubjectTypes.NamesOf(member.Subject ?? type, member.Subject ?? member.DeclaringType).Select(name => new SubjectKey(tenant, name, id)));
        }

        return people.Count switch
        {
            1 => people.Single(),
            0 => throw new ArgumentException($"The [DataSubjectId] of this '{type.Name}' is unset (null, empty or the default of its type), so it is about nobody yet. An entity whose id the database gives has one once it is saved.", nameof(subject)),
            _ => throw new ArgumentException($"This '{type.Name}' is about several people, or its people have several names; say whom you mean with SubjectKey.Of<T>(id).", nameof(subject)),
        };
    }

    /// <summary>Type and tenant only: an id is personal data and stays out of logs.</summary>
    public override string ToString() => Tenant is null ? SubjectType : $"{SubjectType} ({Tenant})";

    private static string? TextOf(SubjectId id, Type owner, Type? type, string what, string parameter) => id.HasNoText
        ? throw new ArgumentException(
            $"The {what} of a person of type '{owner.Name}' is a '{type?.Name}', which has no text that tells one from another. Use text, a number, a Guid, or give the type a ToString of its own that does.", parameter)
        : id.Text;
}
