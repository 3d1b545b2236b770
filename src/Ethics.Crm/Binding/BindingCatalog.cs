using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Binding;

/// <summary>What the assemblies of the program say of their classes that declare purposes. Read once each, when a type of theirs is first asked for.</summary>
internal sealed class BindingCatalog
{
    private readonly object _sync = new();
    private readonly Dictionary<Assembly, Told> _read = [];
    private readonly Dictionary<Type, bool> _declaring = [];
    private readonly PurposeBindings _bindings = new();

    /// <summary>What is known of a type itself, of the generic one that it is made from, or of the nearest class that it derives from; null when nothing is.</summary>
    /// <param name="isUnlisted">
    /// Whether the type, or the class between it and what is known, declares purposes itself and no table has it: generated code cannot name it, or its assembly was built without the generator. What is known of
    /// its bases and interfaces does not hold for it then.
    /// </param>
    public ServiceBinding? Find(Type type, out bool isUnlisted)
    {
        isUnlisted = false;
        lock (_sync)
        {
            for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
            {
                var told = Read(current.Assembly);
                if (told is not Told.Nothing && _bindings.Find(current) is { } binding)
                    return binding;
                if (told is Told.WhatHasAName or Told.Nothing && Declares(current))
                {
                    isUnlisted = true;
                    return null;
                }
            }

            return null;
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
        _declaring.Add(type, declares);
        return declares;

        static bool IsMarked(MemberInfo member) => member.IsDefined(typeof(ForPurposeAttribute), inherit: false);
    }

    /// <summary>The container, the host and the web framework, which are older than any purpose.</summary>
    public static bool IsOfFramework(Assembly assembly) =>
        assembly.FullName is { } name
        && (name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("netstandard,", StringComparison.Ordinal) || name.StartsWith("mscorlib,", StringComparison.Ordinal));

    private Told Read(Assembly assembly)
    {
        if (_read.TryGetValue(assembly, out var told))
            return told;
        told = IsOfFramework(assembly) ? Told.All : Told.Nothing;
        if (told == Told.Nothing && assembly.GetCustomAttribute<PurposeBindingsAttribute>() is { } attribute)
        {
            ((PurposeBindingTable)Activator.CreateInstance(attribute.Table)!).Fill(_bindings);
            told = _bindings.HasUnnamed(assembly) ? Told.WhatHasAName : Told.All;
        }

        _read.Add(assembly, told);
        return told;
    }

    private enum Told
    {
        /// <summary>The assembly has no table.</summary>
        Nothing,

        WhatHasAName,
        All,
    }
}
