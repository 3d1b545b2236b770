using System.Reflection;
#if NET
using System.Runtime.Loader;
#endif

namespace Ethics.Crm.Binding;

/// <summary>
/// The classes that declare purposes and that a function of the program may make, in whichever assembly they lie: in those that are loaded, and in those that the assembly of the function refers to, which are loaded for it.
/// Made for one look before the start, and dropped after it, so that nothing that the program unloads is held.
/// </summary>
/// <param name="catalog">What the assemblies say.</param>
/// <param name="unbound">Classes that stay unbound on purpose are nobody's to find.</param>
internal sealed class DeclaringClasses(BindingCatalog catalog, UnboundServices unbound)
{
    private readonly HashSet<Assembly> _looked = [];

    // What they refer to has been loaded and looked at, for whichever service it was.
    private readonly HashSet<Assembly> _behind = [];

    // By what they are: their bases and interfaces, the generic ones without their arguments.
    private readonly Dictionary<Type, List<DeclaringClass>> _byService = [];
    private bool _hasLoaded;

    /// <summary>A class that declares purposes and may be made for a service of this type; null when there is none.</summary>
    /// <param name="making">Whose function it is.</param>
    /// <param name="service">What it is registered for.</param>
    public Type? Find(Assembly making, Type service)
    {
        Look(making);
        Look(service.Assembly);
        // Nothing else can be a service of that type.
        if (service is { IsClass: true, IsSealed: true } || Among(service) is not null)
            return Among(service);
        if (!_hasLoaded)
        {
            _hasLoaded = true;
            foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
                Look(assembly);
        }

        // Of what is a framework's the class is the program's all the same.
        LoadBehind(BindingCatalog.IsOfFramework(making) ? service.Assembly : making);
        return Among(service);
    }

    private Type? Among(Type service)
    {
        if (!_byService.TryGetValue(DeclaringClass.Definition(service), out var classes))
            return null;
        foreach (var (one, isKnown, _) in classes)
        {
            if ((one.ContainsGenericParameters || service.IsAssignableFrom(one)) && (isKnown || Declares(one)) && !unbound.IsLeft(one))
                return one;
        }

        return null;
    }

    private bool Declares(Type one)
    {
        try
        {
            return BindingCatalog.DeclaresItself(one) || catalog.DeclaresByInterface(one);
        }
        catch (Exception e) when (e is TypeLoadException or IOException or BadImageFormatException)
        {
            // Attributes or members of something that is not there: nor can it be made.
            return false;
        }
    }

    private void Look(Assembly assembly)
    {
        if (!_looked.Add(assembly) || BindingCatalog.IsOfFramework(assembly) || assembly == typeof(DeclaringClasses).Assembly || assembly == typeof(ForPurposeAttribute).Assembly)
            return;
        foreach (var one in BindingCatalog.ClassesOf(assembly))
        {
            foreach (var service in one.Services)
            {
                if (!_byService.TryGetValue(service, out var classes))
                    _byService.Add(service, classes = []);
                classes.Add(one);
            }
        }
    }

    /// <summary>What the code of the function may get to, and what nothing has run of yet.</summary>
    private void LoadBehind(Assembly making)
    {
        var behind = new Stack<Assembly>([making]);
        while (behind.Count > 0)
        {
            var current = behind.Pop();
            if (!_behind.Add(current))
                continue;
            Look(current);
            foreach (var name in BindingCatalog.ProgramBehind(current))
            {
                if (Load(name, current) is { } referred)
                    behind.Push(referred);
            }
        }
    }

#if !NET
    // Where the program runs on .NET all the same, a plug-in finds what it refers to in a context of its own.
    private static readonly MethodInfo? s_contextOf = Type.GetType("System.Runtime.Loader.AssemblyLoadContext, System.Runtime.Loader")?.GetMethod("GetLoadContext", [typeof(Assembly)]);
    private static readonly MethodInfo? s_load = s_contextOf?.DeclaringType!.GetMethod("LoadFromAssemblyName", [typeof(AssemblyName)]);
#endif

    private static Assembly? Load(AssemblyName name, Assembly by)
    {
        try
        {
#if NET
            return (AssemblyLoadContext.GetLoadContext(by) ?? AssemblyLoadContext.Default).LoadFromAssemblyName(name);
#else
            return s_contextOf?.Invoke(null, [by]) is { } context ? (Assembly?)s_load!.Invoke(context, [name]) : Assembly.Load(name);
#endif
        }
        catch (Exception e) when (((e as TargetInvocationException)?.InnerException ?? e) is IOException or BadImageFormatException or PlatformNotSupportedException)
        {
            // A reference that is not there: no function gets anything of it.
            return null;
        }
    }
}
