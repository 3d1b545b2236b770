using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Binding;

/// <summary>What the assemblies of the program say of their classes that declare purposes. Read once each, when a type of theirs is first asked for.</summary>
internal sealed class BindingCatalog
{
    private static readonly string s_attributes = typeof(ForPurposeAttribute).Assembly.GetName().Name!;

    private static readonly AssemblyBindings s_ofFramework = new(null, isComplete: true);
    private static readonly Assembly s_own = typeof(BindingCatalog).Assembly;

    // An assembly says the same to each application of the process, for as long as it is there.
    private static readonly ConditionalWeakTable<Assembly, AssemblyBindings> s_read = new();

    // So do its attributes. Types of plug-ins among them go when these are unloaded.
    private static readonly ConditionalWeakTable<Type, StrongBox<bool>> s_declaring = new();
    private static readonly ConditionalWeakTable<Type, StrongBox<bool>> s_byInterface = new();
    private static readonly ConditionalWeakTable<Assembly, DeclaringClass[]> s_classes = new();
    private static readonly ConditionalWeakTable<Assembly, AssemblyName[]> s_references = new();
    private readonly ConditionalWeakTable<Type, StrongBox<bool>>.CreateValueCallback _lookAtInterfaces;

    // An application registers service after service of one assembly.
    private volatile AssemblyBindings? _last;

    public BindingCatalog() => _lookAtInterfaces = LookAtInterfaces;

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
            if (told.MayDeclareMore && Declares(current))
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

    /// <summary>
    /// Whether a class that no table has, because generated code cannot name it or its assembly was built without the generator, works for what an interface of it declares: then it does so whatever it is registered as.
    /// </summary>
    /// <param name="type">Asked for whenever a function has made one.</param>
    public bool DeclaresByInterface(Type type) => !type.IsInterface && !Read(type.Assembly).IsComplete && s_byInterface.GetValue(type, _lookAtInterfaces).Value;

    /// <summary>The classes of an assembly that declare purposes, and of one whose list is not whole those that may, because generated code cannot name them.</summary>
    public static DeclaringClass[] ClassesOf(Assembly assembly) =>
        // One that is being made while the program runs may have others the next time.
        assembly.IsDynamic ? LookForClasses(assembly) : s_classes.GetValue(assembly, LookForClasses);

    /// <summary>What an assembly of the program needs of other assemblies of the program.</summary>
    public static AssemblyName[] ProgramBehind(Assembly assembly) =>
        s_references.GetValue(assembly, static one => Array.FindAll(ReferencesOf(one) ?? [], static name => !IsOfFramework(name.FullName)));

    private static DeclaringClass[] LookForClasses(Assembly assembly)
    {
        // Not remembered as the last one: it may be one that the program unloads.
        var told = s_read.GetValue(assembly, static one => Of(one));
        var classes = new List<DeclaringClass>();
        foreach (var one in told.All)
        {
            if (one.IsDeclared)
                Add(one.Type, isKnown: true);
        }

        if (told.MayDeclareMore)
        {
            foreach (var type in TypesOf(assembly))
            {
                if (told.Find(type) is null)
                    Add(type, isKnown: false);
            }
        }

        return [.. classes];

        void Add(Type type, bool isKnown)
        {
            if (type is { IsClass: true, IsAbstract: false } && DeclaringClass.Of(type, isKnown) is { } one)
                classes.Add(one);
        }
    }

    /// <summary>Null where nobody can tell.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What the trimmer removed nobody makes.")]
    private static AssemblyName[]? ReferencesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetReferencedAssemblies();
        }
        catch (NotSupportedException)
        {
            // Compiled ahead of time, or being made while the program runs.
            return null;
        }
    }

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
        catch (Exception e) when (e is NotSupportedException or IOException or BadImageFormatException)
        {
            return [];
        }
    }

    private static bool Declares(Type type) => s_declaring.GetValue(type, static one => new(DeclaresItself(one))).Value;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "An interface that the trimmer removed declares nothing.")]
    private StrongBox<bool> LookAtInterfaces(Type type) => new(Array.Exists(type.GetInterfaces(), one => Find(one, out var isUnlisted) is { IsDeclared: true } || isUnlisted));

    /// <summary>Whether attributes of its own say what it works for: on the type, around it, or on a member.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that the trimmer removed runs for nothing.")]
    public static bool DeclaresItself(Type type)
    {
        const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var outer = type; outer is not null; outer = outer.DeclaringType)
        {
            if (outer.IsDefined(typeof(ForPurposeAttribute), inherit: false))
                return true;
        }

        return Array.Exists(type.GetMethods(own), IsMarked) || Array.Exists(type.GetProperties(own), IsMarked);

        static bool IsMarked(MemberInfo member) => member.IsDefined(typeof(ForPurposeAttribute), inherit: false);
    }

    /// <summary>The container, the host and the web framework, which are older than any purpose.</summary>
    public static bool IsOfFramework(Assembly assembly) => assembly.FullName is { } name && IsOfFramework(name);

    /// <param name="name">The full name of an assembly.</param>
    public static bool IsOfFramework(string name) =>
        name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("netstandard,", StringComparison.Ordinal) || name.StartsWith("mscorlib,", StringComparison.Ordinal);

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
        // What is ours needs no purpose.
        if (assembly == s_own || IsOfFramework(assembly))
            return s_ofFramework;
        if (TableOf(assembly) is not { } table)
            return new(assembly, isComplete: false) { MayDeclareMore = assembly.IsDynamic || ReferencesOf(assembly)?.Any(static one => one.Name == s_attributes) != false };
        var bindings = new PurposeBindings();
        ((PurposeBindingTable)Activator.CreateInstance(table)!).Fill(bindings);
        return new(assembly, isComplete: !bindings.HasUnnamed(assembly), bindings) { MayDeclareMore = bindings.HasUnnamed(assembly) };
    }

    [UnconditionalSuppressMessage("Trimming", "IL2073", Justification = "The attribute keeps the table and its constructor.")]
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
    private static Type? TableOf(Assembly assembly)
    {
        try
        {
            return assembly.GetCustomAttribute<PurposeBindingsAttribute>()?.Table;
        }
        catch (Exception e) when (e is IOException or TypeLoadException or BadImageFormatException)
        {
            // Another attribute of it is of an assembly that is not there, which keeps nobody from running it, and us from asking for this one.
            return Array.Find(TypesOf(assembly), static type => type.BaseType == typeof(PurposeBindingTable));
        }
    }

    /// <summary>What one assembly says.</summary>
    /// <param name="assembly">Null for all those of the framework.</param>
    /// <param name="isComplete">Whether it lists all that declare something.</param>
    /// <param name="bindings">Null where it lists nothing.</param>
    private sealed class AssemblyBindings(Assembly? assembly, bool isComplete, PurposeBindings? bindings = null)
    {
        public Assembly? Assembly => assembly;

        public bool IsComplete => isComplete;

        /// <summary>Whether types that it does not list may have attributes that say something: without the attributes at hand, nothing declares anything.</summary>
        public bool MayDeclareMore { get; init; }

        public IEnumerable<ServiceBinding> All => bindings?.All ?? [];

        public bool HasInterfaces { get; } = bindings?.HasInterfaces == true;

        public ServiceBinding? Find(Type type) => bindings?.Find(type);
    }
}
