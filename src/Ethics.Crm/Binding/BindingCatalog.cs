using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Binding;

/// <summary>What the assemblies of the program say of their classes that declare purposes. Read once each, when a type of theirs is first asked for.</summary>
internal sealed class BindingCatalog
{
    private readonly object _sync = new();
    private readonly HashSet<Assembly> _read = [];
    private readonly PurposeBindings _bindings = new();

    /// <summary>What is known of a type itself, of the generic one that it is made from, or of the nearest class that it derives from; null when nothing is.</summary>
    public ServiceBinding? Find(Type type)
    {
        lock (_sync)
        {
            for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
            {
                Read(current.Assembly);
                if (_bindings.Find(current) is { } binding)
                    return binding;
            }

            return null;
        }
    }

    /// <summary>Whether attributes that are seen without the generated tables speak of purposes: then there should have been an entry.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "An interface that the trimmer removed is not asked for either.")]
    public static bool IsMarked(Type type) =>
        type.IsDefined(typeof(ForPurposeAttribute), inherit: true) || Array.Exists(type.GetInterfaces(), static contract => contract.IsDefined(typeof(ForPurposeAttribute), inherit: false));

    private void Read(Assembly assembly)
    {
        if (!_read.Add(assembly) || assembly.GetCustomAttribute<PurposeBindingsAttribute>() is not { } attribute)
            return;
        ((PurposeBindingTable)Activator.CreateInstance(attribute.Table)!).Fill(_bindings);
    }
}
