using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Binding;

/// <summary>What the assemblies of the program say of their classes that declare purposes. Read once each, when a type of theirs is first asked for.</summary>
internal sealed class BindingCatalog
{
    private static readonly AssemblyBindings s_ofFramework = new(null, isComplete: true);

    // An assembly says the same to each application of the process, for as long as it is there.
    private static readonly ConditionalWeakTable<Assembly, AssemblyBindings> s_read = new();

    private readonly ConcurrentDictionary<Type, bool> _declaring = new();

    // An application registers service after service of one assembly.
    private volatile AssemblyBindings? _last;

    /// <summary>What is known of a type itself, of the generic one that it is made from, or of the nearest class that it derives from; null when nothing is.</summary>
    /// <param name="type">Asked for a thousand of them at a start.</param>
    /// <param name="isUnlisted">
    /// Whether the type, or the class between it and what is known, declares purposes itself and no table has it: generated code cannot name it, or its assembly was built without the generator. What is known of
    /// its bases and interfaces does not hold for it then.
    /// </param>
    public ServiceBinding? Find(Type type, out bool isUnlisted)
    {
        isUnlisted = false;
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            var told = Read(current.Assembly);
            if (told.Find(current) is { } binding)
                return binding;
            if (!told.IsComplete && Declares(current))
            {
                isUnlisted = true;
                return null;
            }
        }

        return null;
    }

    /// <summary>What is known of an interface itself; null when nothing is.</summary>
    /// <param name="service">Asked for a thousand of them at a start, most of them of assemblies that know of classes only.</param>
    public ServiceBinding? FindInterface(Type service) => Read(service.Assembly) is { IsComplete: true, HasInterfaces: false } ? null : Find(service, out _);

    /// <summary>A class of the assembly that declares purposes and is a service of this type; null when there is none.</summary>
    public Type? FindDeclaring(Assembly assembly, Type service)
    {
        var told = Read(assembly);
        return told.All.FirstOrDefault(one => one.IsDeclared && Is(one.Type))?.Type
            // A list that is not whole says nothing of classes that generated code cannot name.
            ?? (told.IsComplete || !References(assembly) ? null : TypesOf(assembly).FirstOrDefault(type => Is(type) && Declares(type)));

        bool Is(Type type) => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && service.IsAssignableFrom(type);
    }

    // Without the attributes at hand, nothing declares anything.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What the trimmer removed nobody makes.")]
    private static bool References(Assembly assembly) => Array.Exists(assembly.GetReferencedAssemblies(), static one => one.Name == typeof(ForPurposeAttribute).Assembly.GetName().Name);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What the trimmer removed nobody makes.")]
    private static Type[] TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return [.. e.Types.OfType<Type>()];
        }
    }

    /// <summary>Whether attributes of its own say what it works for: on the type, around it, or on a member.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that the trimmer removed runs for nothing.")]
    private bool Declares(Type type)
    {
        if (_declaring.TryGetValue(type, out var declares))
            return declares;
        const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var outer = type; outer is not null && !declares; outer = outer.DeclaringType)
            declares = outer.IsDefined(typeof(ForPurposeAttribute), inherit: false);
        declares = declares || Array.Exists(type.GetMethods(own), IsMarked) || Array.Exists(type.GetProperties(own), IsMarked);
        _declaring[type] = declares;
        return declares;

        static bool IsMarked(MemberInfo member) => member.IsDefined(typeof(ForPurposeAttribute), inherit: false);
    }

    /// <summary>The container, the host and the web framework, which are older than any purpose.</summary>
    public static bool IsOfFramework(Assembly assembly) =>
        assembly.FullName is { } name
        && (name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("netstandard,", StringComparison.Ordinal) || name.StartsWith("mscorlib,", StringComparison.Ordinal));

    private AssemblyBindings Read(Assembly assembly)
    {
        if (_last is { } last && ReferenceEquals(last.Assembly, assembly))
            return last;
        var told = s_read.GetValue(assembly, static one => Of(one));
        if (told.Assembly is not null)
            _last = told;
        return told;
    }

    private static AssemblyBindings Of(Assembly assembly)
    {
        if (IsOfFramework(assembly))
            return s_ofFramework;
        if (assembly.GetCustomAttribute<PurposeBindingsAttribute>() is not { } attribute)
            return new(assembly, isComplete: false);
        var bindings = new PurposeBindings();
        ((PurposeBindingTable)Activator.CreateInstance(attribute.Table)!).Fill(bindings);
        return new(assembly, isComplete: !bindings.HasUnnamed(assembly), bindings);
    }

    /// <summary>What one assembly says.</summary>
    /// <param name="assembly">Null for all those of the framework.</param>
    /// <param name="isComplete">Whether it lists all that declare something.</param>
    /// <param name="bindings">Null where it lists nothing.</param>
    private sealed class AssemblyBindings(Assembly? assembly, bool isComplete, PurposeBindings? bindings = null)
    {
        public Assembly? Assembly => assembly;

        public bool IsComplete => isComplete;

        public IEnumerable<ServiceBinding> All => bindings?.All ?? [];

        public bool HasInterfaces { get; } = bindings?.HasInterfaces == true;

        public ServiceBinding? Find(Type type) => bindings?.Find(type);
    }
}
