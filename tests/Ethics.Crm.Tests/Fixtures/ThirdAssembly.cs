using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using Ethics.Crm.Tests.Binding;

namespace Ethics.Crm.Tests.Fixtures;

/// <summary>An assembly, which can be unloaded, with a class that declares a purpose and one that does not, both of one interface. It was built without the generator.</summary>
internal static class ThirdAssembly
{
    /// <param name="name">Of the assembly and of its namespace.</param>
    /// <param name="service">The interface.</param>
    /// <param name="onAMember">Whether one of its methods declares the purpose and not the class.</param>
    public static Assembly Load(string name, Type? service = null, bool onAMember = false) => new AssemblyLoadContext(name, isCollectible: true).LoadFromStream(Image(name, service ?? typeof(LateFactoryTests.IThird), onAMember));

    /// <summary>One with an attribute of an assembly that is nowhere to be found.</summary>
    public static Assembly Marked(string name)
    {
        var tools = Emit(name + "Tools", static module =>
        {
            var mark = module.DefineType("MarkAttribute", TypeAttributes.Public, typeof(Attribute));
            mark.DefineDefaultConstructor(MethodAttributes.Public);
            mark.CreateType();
        });
        var constructor = new AssemblyLoadContext("elsewhere", isCollectible: true).LoadFromStream(tools).GetType("MarkAttribute", throwOnError: true)!.GetConstructor([])!;
        return new AssemblyLoadContext(name, isCollectible: true).LoadFromStream(Image(name, typeof(LateAssemblyTests.IMarked), onAMember: false, new CustomAttributeBuilder(constructor, [])));
    }

    /// <summary>An object whose class has something of an assembly that is nowhere to be found.</summary>
    /// <param name="name">Of the assembly.</param>
    /// <param name="what">A field, a property, or a mark of one.</param>
    public static object Incomplete(string name, string what)
    {
        var absent = Emit(name + "Absent", static module =>
        {
            var mark = module.DefineType("GoneAttribute", TypeAttributes.Public, typeof(Attribute));
            mark.DefineDefaultConstructor(MethodAttributes.Public);
            mark.CreateType();
        });
        var gone = new AssemblyLoadContext("elsewhere", isCollectible: true).LoadFromStream(absent).GetType("GoneAttribute", throwOnError: true)!;
        var image = Emit(name, module =>
        {
            var odd = module.DefineType("Odd", TypeAttributes.Public);
            odd.DefineDefaultConstructor(MethodAttributes.Public);
            if (what == "field")
                odd.DefineField("Part", gone, FieldAttributes.Public);
            var type = what == "property" ? gone : typeof(string);
            var property = odd.DefineProperty("Text", PropertyAttributes.None, type, null);
            var getter = odd.DefineMethod("get_Text", MethodAttributes.Public, type, null);
            getter.GetILGenerator().Emit(OpCodes.Ldnull);
            getter.GetILGenerator().Emit(OpCodes.Ret);
            property.SetGetMethod(getter);
            if (what == "mark")
                property.SetCustomAttribute(new(gone.GetConstructor([])!, []));
            odd.CreateType();
        });
        return Activator.CreateInstance(new AssemblyLoadContext(name, isCollectible: true).LoadFromStream(image).GetType("Odd", throwOnError: true)!)!;
    }

    /// <summary>A function of a second assembly that makes the class that declares, whose assembly nothing has loaded yet.</summary>
    /// <param name="name">Of the third assembly.</param>
    /// <param name="isLoaded">Tells whether it has been.</param>
    public static Func<IServiceProvider, LateFactoryTests.IBehind> Maker(string name, out Func<bool> isLoaded)
    {
        var third = Image(name, typeof(LateFactoryTests.IBehind), onAMember: false);
        // To be named it has to be loaded: one of the same name that is no such service.
        var declaring = new AssemblyLoadContext("elsewhere", isCollectible: true).LoadFromStream(Image(name, typeof(LateFactoryTests.IPlugged), onAMember: false)).GetType(name + ".Declaring", throwOnError: true)!;
        var image = Emit(name + "Maker", module =>
        {
            var maker = module.DefineType("Maker", TypeAttributes.Public);
            var code = maker.DefineMethod("Make", MethodAttributes.Public | MethodAttributes.Static, typeof(LateFactoryTests.IBehind), [typeof(IServiceProvider)]).GetILGenerator();
            code.Emit(OpCodes.Newobj, declaring.GetConstructor([])!);
            code.Emit(OpCodes.Ret);
            maker.CreateType();
        });
        var context = new AssemblyLoadContext(name, isCollectible: true);
        var loaded = false;
        context.Resolving += (by, asked) =>
        {
            if (asked.Name != name)
                return null;
            loaded = true;
            return by.LoadFromStream(new MemoryStream(third.ToArray()));
        };
        isLoaded = () => loaded;
        return context.LoadFromStream(image).GetType("Maker", throwOnError: true)!.GetMethod("Make")!.CreateDelegate<Func<IServiceProvider, LateFactoryTests.IBehind>>();
    }

    private static MemoryStream Image(string name, Type service, bool onAMember, CustomAttributeBuilder? mark = null) => Emit(name, module =>
    {
        if (mark is not null)
            ((AssemblyBuilder)module.Assembly).SetCustomAttribute(mark);
        var declaration = new CustomAttributeBuilder(typeof(ForPurposeAttribute).GetConstructor([typeof(string[])])!, [new[] { "support" }]);
        var declaring = module.DefineType(name + ".Declaring", TypeAttributes.Public, typeof(object), [service]);
        declaring.DefineDefaultConstructor(MethodAttributes.Public);
        if (onAMember)
        {
            var method = declaring.DefineMethod("Work", MethodAttributes.Public);
            method.GetILGenerator().Emit(OpCodes.Ret);
            method.SetCustomAttribute(declaration);
        }
        else
        {
            declaring.SetCustomAttribute(declaration);
        }

        declaring.CreateType();
        var silent = module.DefineType(name + ".Silent", TypeAttributes.Public, typeof(object), [service]);
        silent.DefineDefaultConstructor(MethodAttributes.Public);
        silent.CreateType();
    });

    private static MemoryStream Emit(string name, Action<ModuleBuilder> define)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        define(assembly.DefineDynamicModule(name));
        var image = new MemoryStream();
        assembly.Save(image);
        image.Position = 0;
        return image;
    }
}
