using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Ethics.Crm.Decisions;
using Ethics.Crm.Runtime;
#if NET8_0_OR_GREATER
using Microsoft.Extensions.Compliance.Classification;
#endif

namespace Ethics.Crm.Members;

/// <summary>Types whose objects hold labelled data, in members of their own or in objects that these hold.</summary>
internal static class LabelledTypes
{
    // Of one that names itself about ever larger types (nodes of finger trees) the next forms say nothing new: what they are made about is looked at by itself.
    private const int MaximumForms = 8;
    private const BindingFlags Shown = BindingFlags.Instance | BindingFlags.Public;
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly object Labelled = new();
    private static readonly object Unlabelled = new();
    private static readonly KnownTypes<object> All = new(static type => Look(type, []) ? Labelled : Unlabelled);

    /// <summary>By the live policy, and without one by what the code says.</summary>
    public static bool Reaches(Type type) => !IsPlain(type) && ReferenceEquals(All.Of(type), Labelled);

    public static bool IsPlain(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan) || type == typeof(Guid) || type == typeof(Uri) || type == typeof(object);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that the trimmer removed is shown by nothing.")]
    private static bool Look(Type type, HashSet<Type> seen)
    {
        if (IsPlain(type) || type.IsPointer || type.IsByRef || !seen.Add(type))
            return false;
        if (type.IsArray)
            return Look(type.GetElementType()!, seen);
        if (type.IsGenericType && type.GetGenericArguments().Any(argument => Look(argument, seen)))
            return true;
        // The policy may name what libraries mark and hold, such as the user of an identity system; what else these hold is their own business.
        if (IsOfTheSystem(type))
            return IsNamedByThePolicy(type);
        if (type.IsGenericType && seen.Count(one => one.IsGenericType && one.GetGenericTypeDefinition() == type.GetGenericTypeDefinition()) > MaximumForms)
            return false;
        return Read(type).Any(property => IsLabelled(type, property) || Look(property.PropertyType, seen))
            || IsLabelledWithin(type)
            || type.GetFields(Shown).Any(field => IsLabelled(type, field) || Look(field.FieldType, seen))
            || type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericArguments().Any(argument => Look(argument, seen)));
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that the trimmer removed is shown by nothing.")]
    private static IEnumerable<PropertyInfo> Read(Type type) => type.GetProperties(Shown).Where(static p => p.GetMethod is not null && p.GetIndexParameters().Length == 0);

    private static bool IsNamedByThePolicy(Type type) =>
        GateRuntime.Current is LiveRuntime { Table: var table } && (table.HasFieldPatterns || table.Document.Attributes.Count > 0)
        && !typeof(MemberInfo).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type)
        && Read(type).Any(property => !property.PropertyType.IsByRef && IsLabelled(type, property));

    /// <summary>What the type does not show to everybody its text may show.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that the trimmer removed is shown by nothing.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A member that the trimmer removed is shown by nothing.")]
    private static bool IsLabelledWithin(Type type)
    {
        for (var current = type; current is not null && !IsOfTheSystem(current); current = current.BaseType)
        {
            if (current.GetProperties(Hidden).Any(property => property.GetMethod is not null && property.GetIndexParameters().Length == 0 && IsLabelled(type, property))
                || current.GetFields(Hidden).Any(field => field.Name[0] != '<' && IsLabelled(type, field)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLabelled(Type type, MemberInfo member) => MemberGate.Of(type, member).IsLabelled || IsClassified(member);

    /// <summary>What the program classifies by Microsoft.Extensions.Compliance is as little for logs as what it labels, whether the policy maps the class or not.</summary>
    private static bool IsClassified(MemberInfo member) =>
#if NET8_0_OR_GREATER
        member.GetCustomAttributes<DataClassificationAttribute>(inherit: true).Any(static one => one.Classification != DataClassification.None);
#else
        // The package has no version for these frameworks.
        false;
#endif

    public static bool IsOfTheSystem(Type type) => type.Namespace is { } name && (name == nameof(System) || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));
}
