using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ethics.Crm.Origins;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>
/// Labelled members by full name, also of types that the program has not used yet and of properties that are not guarded. Looks into the assemblies that are
/// loaded, once for each name, and never at a value.
/// </summary>
internal static class DeclaredMembers
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private const int MostTypeParameters = 4;
    private const string Trimmed = "What the trimmer removed no object has; the name is then unknown, and what is unknown is refused.";

    private static readonly Regex FullName = new(@"^[\w@]+(\.[\w@]+)+$", RegexOptions.CultureInvariant);

    // Found names only: what asks for unknown names must not fill the memory.
    private static readonly ConcurrentDictionary<string, Found> Known = new(StringComparer.Ordinal);

    private static readonly LoadedAssemblies Loaded = new();

    /// <summary>How many assemblies have been loaded since this class was first used.</summary>
    public static int Loads => Loaded.Count;

    /// <summary>Registers the guarded properties of the member's type, as its first read would.</summary>
    /// <returns>The full names under which it is declared; empty when there is no such member.</returns>
    /// <exception cref="UnreadableMemberException">A type that has such a member, or its guards, cannot be loaded.</exception>
    public static IReadOnlyList<string> Wake(string fullName) => Reading(() =>
    {
        var found = Find(fullName);
        foreach (var (_, member) in found)
            RunGuards(member.DeclaringType!);
        return found.Select(static f => NameOf(f.Member)).Distinct().ToList();
    });

    /// <summary>What the code says of it: one entry for each declaration, those of its bases and interfaces included, as the build reads them.</summary>
    /// <exception cref="UnreadableMemberException">One of them cannot be read: it may be the one that forbids.</exception>
    public static IReadOnlyList<LabelSource> LabelsOf(string fullName) => Reading(() =>
        Find(fullName).SelectMany(static f => Declarations(f.Named, f.Member)).Distinct().SelectMany(Labels).ToList());

    /// <summary>The same of a member that is at hand.</summary>
    /// <param name="named">The type whose interfaces count.</param>
    /// <exception cref="UnreadableMemberException">One of its declarations cannot be read: it may be the one that forbids.</exception>
    public static IReadOnlyList<LabelSource> LabelsOf(Type named, MemberInfo member) => Reading(() => Declarations(named, member).Distinct().SelectMany(Labels).ToList());

    /// <summary>What the code says of its age and source; nothing where there is no such member.</summary>
    /// <exception cref="UnreadableMemberException">A declaration cannot be read.</exception>
    public static MemberOrigin OriginOf(string fullName) => Reading(() =>
        MemberOrigins.Join(Find(fullName).Select(static f => MemberOrigins.Of([.. Declarations(f.Named, f.Member).Distinct()]))));

    /// <summary>Loading runs into missing and damaged assemblies, and into the static constructors and attributes of the application, which may throw anything.</summary>
    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new UnreadableMemberException(e);
        }
    }

    private static List<(Type Named, MemberInfo Member)> Find(string fullName)
    {
        if (!FullName.IsMatch(fullName))
            return [];
        var dot = fullName.LastIndexOf('.');
        var member = fullName.Substring(dot + 1);
        var loads = Loaded.Count;
        if (Known.TryGetValue(fullName, out var known) && known.Loads == loads)
            return known.Living().Select(type => (type, MemberOf(type, member)!)).ToList();

        var found = FindIn(fullName.Substring(0, dot), member).ToList();
        if (found.Count > 0)
            Known[fullName] = new Found(loads, found.ConvertAll(static f => new WeakReference<Type>(f.Named)));
        else
            Known.TryRemove(fullName, out _);
        return found;
    }

    private static IEnumerable<(Type Named, MemberInfo Member)> FindIn(string typeName, string member)
    {
        var names = ClrNames(typeName).ToList();
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            foreach (var name in names)
            {
                if (TypeOf(assembly, name) is { } type && MemberOf(type, member) is { } found)
                    yield return (type, found);
            }
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Trimmed)]
    private static Type? TypeOf(Assembly assembly, string name) => assembly.GetType(name, throwOnError: false);

    /// <summary>C# writes a dot before a nested type and leaves the number of type parameters out.</summary>
    private static IEnumerable<string> ClrNames(string typeName)
    {
        for (var name = typeName; ;)
        {
            yield return name;
            for (var i = 1; i <= MostTypeParameters; i++)
                yield return name + "`" + i;
            var dot = name.LastIndexOf('.');
            if (dot < 0)
                yield break;
            name = name.Substring(0, dot) + "+" + name.Substring(dot + 1);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static MemberInfo? MemberOf(Type type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            var found = current.GetMember(name, MemberTypes.Property | MemberTypes.Field, Any | BindingFlags.DeclaredOnly);
            if (found.Length > 0)
                return found[0];
        }

        return null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2059", Justification = Trimmed)]
    private static void RunGuards(Type type)
    {
        if (type.ContainsGenericParameters)
            return;
        foreach (var nested in type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (!nested.ContainsGenericParameters && nested.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Any(static f => f.FieldType == typeof(GuardedMember)))
                RuntimeHelpers.RunClassConstructor(nested.TypeHandle);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    public static IEnumerable<MemberInfo> Declarations(Type named, MemberInfo member)
    {
        yield return member;
        if (member is not PropertyInfo property || property.GetMethod is not { IsStatic: false } getter)
            yield break;

        var root = getter.GetBaseDefinition();
        for (var type = member.DeclaringType!.BaseType; type is not null && root.DeclaringType != member.DeclaringType; type = type.BaseType)
        {
            if (type.GetProperty(member.Name, Any | BindingFlags.DeclaredOnly) is { GetMethod: { } other } overridden && other.GetBaseDefinition() == root)
                yield return overridden;
        }

        // By name: where an interface has it, the property implements it, or should say the same.
        foreach (var contract in named.GetInterfaces())
        {
            if (contract.GetProperty(member.Name) is { } declared)
                yield return declared;
            // The compiler calls an explicit implementation by the interface's name and its own.
            else if (member.Name.LastIndexOf('.') is > 0 and var dot && contract.GetProperty(member.Name.Substring(dot + 1)) is { GetMethod: { } read } same && Implements(getter, read, named, contract))
                yield return same;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    private static bool Implements(MethodInfo getter, MethodInfo read, Type named, Type contract)
    {
        // Where there is no map, the name has to do: one label more forbids, one less would not.
        if (named.IsInterface || named.ContainsGenericParameters)
            return true;
        var map = named.GetInterfaceMap(contract);
        return Array.IndexOf(map.InterfaceMethods, read) is >= 0 and var at && map.TargetMethods[at] is { } target && target.MetadataToken == getter.MetadataToken && target.Module == getter.Module;
    }

    private static IReadOnlyList<LabelSource> Labels(MemberInfo member)
    {
        var places = Places(member).ToList();
        var classes = places.SelectMany(static place => place.Classes).Where(static c => c.Assembly != typeof(DataCategoryAttribute).Assembly).ToList();
        return LabelVoice.Join(
            NameOf(member),
            Spoken(places.Select(static place => place.Voice)),
            // An attribute class that carries the label stands for it.
            Spoken(classes.Select(static c => Voice(c.GetCustomAttribute<DataCategoryAttribute>(inherit: true), c.GetCustomAttribute<CollectedForAttribute>(inherit: true)))),
            classes.SelectMany(static c => SelfAndBases(c).Select((of, depth) => (depth == 0 ? "" : "^") + SubjectTypes.FullName(of))).ToList());
    }

    /// <summary>Where the build looks: the member, its accessor's result, its backing field, and in a positional record the parameter that it comes from.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static IEnumerable<(LabelVoice Voice, IEnumerable<Type> Classes)> Places(MemberInfo member)
    {
        yield return Of(member);
        if (member is PropertyInfo { GetMethod.ReturnParameter: { } result })
            yield return Of(result);
        if (member is PropertyInfo && member.DeclaringType!.GetField($"<{member.Name}>k__BackingField", Any | BindingFlags.DeclaredOnly) is { } field)
            yield return Of(field);
        if (PositionalParameters.Of(member) is { } parameter)
            yield return Of(parameter);

        static (LabelVoice, IEnumerable<Type>) Of(ICustomAttributeProvider place) => (
            Voice(place.GetCustomAttributes(typeof(DataCategoryAttribute), inherit: false).OfType<DataCategoryAttribute>().FirstOrDefault(), place.GetCustomAttributes(typeof(CollectedForAttribute), inherit: false).OfType<CollectedForAttribute>().FirstOrDefault()),
            (place is MemberInfo named ? named.GetCustomAttributesData() : ((ParameterInfo)place).GetCustomAttributesData()).Select(static a => a.AttributeType));
    }

    private static LabelVoice Voice(DataCategoryAttribute? category, CollectedForAttribute? collectedFor) => new(category?.Category, collectedFor?.Purposes);

    private static List<LabelVoice> Spoken(IEnumerable<LabelVoice> voices) => voices.Where(static voice => !voice.IsSilent).ToList();

    private static IEnumerable<Type> SelfAndBases(Type type)
    {
        for (var current = type; current is not null && current != typeof(Attribute); current = current.BaseType)
            yield return current;
    }

    private static string NameOf(MemberInfo member) => SubjectTypes.FullName(member.DeclaringType!) + "." + member.Name;

    /// <param name="Loads">How many assemblies had been loaded: a later one may have another type of that name.</param>
    /// <param name="Types">Weak: a plug-in that has been unloaded must go.</param>
    private sealed record Found(int Loads, List<WeakReference<Type>> Types)
    {
        public IEnumerable<Type> Living() => Types.Select(static type => type.TryGetTarget(out var living) ? living : null).OfType<Type>();
    }

    private sealed class LoadedAssemblies
    {
        private int _count;

        public LoadedAssemblies() => AppDomain.CurrentDomain.AssemblyLoad += (_, _) => Interlocked.Increment(ref _count);

        public int Count => Volatile.Read(ref _count);
    }
}
