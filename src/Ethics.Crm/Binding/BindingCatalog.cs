using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Binding;

/// <summary>What the assemblies of the program say of their classes that declare purposes. Read once each, when a type of theirs is first asked for.</summary>
internal sealed class BindingCatalog
{
    private readonly object _sync = new();
    private readonly Dictionary<Assembly, Told> _read = [];
    private readonly PurposeBindings _bindings = new();

    /// <summary>What is known of a type itself, of the generic one that it is made from, or of the nearest class that it derives from; null when nothing is.</summary>
    public ServiceBinding? Find(Type type)
    {
        lock (_sync)
        {
            for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
            {
                if (Read(current.Assembly) != Told.Nothing && _bindings.Find(current) is { } binding)
                    return binding;
            }

            return null;
        }
    }

    /// <summary>
    /// Whether attributes that are seen without the generated tables speak of purposes: then there should have been an entry. Looked at only where a table may lack one: in assemblies that were built
    /// without the generator, and in those that have classes which generated code cannot name.
    /// </summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "An interface that the trimmer removed is not asked for either.")]
    public bool IsMarked(Type type)
    {
        lock (_sync)
        {
            if (Read(type.Assembly) == Told.All || IsOfFramework(type.Assembly))
                return false;
        }

        return type.IsDefined(typeof(ForPurposeAttribute), inherit: true) || Array.Exists(type.GetInterfaces(), static contract => contract.IsDefined(typeof(ForPurposeAttribute), inherit: false));
    }

    /// <summary>The container, the host and the web framework, which are older than any purpose.</summary>
    public static bool IsOfFramework(Assembly assembly) =>
        assembly.FullName is { } name
        && (name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("netstandard,", StringComparison.Ordinal) || name.StartsWith("mscorlib,", StringComparison.Ordinal));

    private Told Read(Assembly assembly)
    {
        if (_read.TryGetValue(assembly, out var told))
            return told;
        told = Told.Nothing;
        if (assembly.GetCustomAttribute<PurposeBindingsAttribute>() is { } attribute)
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
