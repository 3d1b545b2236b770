using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;

namespace Ethics.Crm.Tests.Fixtures;

/// <summary>An assembly that can be unloaded, some of whose types need another one that is not there.</summary>
internal static class PlugIn
{
    /// <param name="name">Of the assembly and of its namespace: whatever a test has unloaded is still there until it is collected.</param>
    /// <param name="purpose">What the members are collected for.</param>
    public static AssemblyLoadContext Load(string name, string purpose)
    {
        var context = new AssemblyLoadContext("plug-in", isCollectible: true);
        context.LoadFromStream(Image(name, purpose));
        return context;
    }

    /// <summary>A class that derives from one of ours, and of whose members nothing can be told: an attribute is missing.</summary>
    /// <param name="name">Of the assembly and of its namespace.</param>
    public static Type LoadUnreadable(string name, Type baseType)
    {
        var missing = new AssemblyLoadContext("elsewhere", isCollectible: true).LoadFromStream(Emit("Missing", static module => module.DefineType("Missing.MarkAttribute", TypeAttributes.Public, typeof(Attribute)).CreateType()));
        var image = Emit(name, module =>
        {
            var type = module.DefineType(name + ".Unreadable", TypeAttributes.Public, baseType);
            type.DefineDefaultConstructor(MethodAttributes.Public);
            type.DefineField("Other", typeof(string), FieldAttributes.Public).SetCustomAttribute(new CustomAttributeBuilder(missing.GetType("Missing.MarkAttribute", throwOnError: true)!.GetConstructor([])!, []));
            type.CreateType();
        });
        return new AssemblyLoadContext("plug-in", isCollectible: true).LoadFromStream(image).GetType(name + ".Unreadable", throwOnError: true)!;
    }

    private static MemoryStream Image(string name, string purpose)
    {
        var elsewhere = new AssemblyLoadContext("elsewhere", isCollectible: true);
        var missing = elsewhere.LoadFromStream(Emit("Missing", module =>
        {
            module.DefineType("Missing.Base", TypeAttributes.Public).CreateType();
            module.DefineType("Missing.MarkAttribute", TypeAttributes.Public, typeof(Attribute)).CreateType();
        }));
        var missingBase = missing.GetType("Missing.Base", throwOnError: true)!;
        var missingMark = missing.GetType("Missing.MarkAttribute", throwOnError: true)!;
        return Emit(name, module =>
        {
            var whole = module.DefineType(name + ".Whole", TypeAttributes.Public);
            Label(Email(whole), purpose);
            whole.CreateType();

            var ofMissingBase = module.DefineType(name + ".BaseIsMissing", TypeAttributes.Public, missingBase);
            Label(Email(ofMissingBase), purpose);
            ofMissingBase.CreateType();

            var marked = module.DefineType(name + ".AttributeIsMissing", TypeAttributes.Public);
            var field = Email(marked);
            Label(field, purpose);
            field.SetCustomAttribute(new CustomAttributeBuilder(missingMark.GetConstructor([])!, []));
            marked.CreateType();

            var guarded = module.DefineType(name + ".GuardIsMissing", TypeAttributes.Public);
            Label(Email(guarded), purpose);
            var guards = guarded.DefineNestedType("EthicsGuards", TypeAttributes.NestedPublic);
            guards.DefineField("Email", missingBase, FieldAttributes.Public | FieldAttributes.Static);
            guarded.CreateType();
            guards.CreateType();
        });
    }

    private static FieldBuilder Email(TypeBuilder type) => type.DefineField("Email", typeof(string), FieldAttributes.Public);

    private static void Label(FieldBuilder field, string purpose)
    {
        field.SetCustomAttribute(new CustomAttributeBuilder(typeof(DataCategoryAttribute).GetConstructor([typeof(string)])!, ["contact.email"]));
        field.SetCustomAttribute(new CustomAttributeBuilder(typeof(CollectedForAttribute).GetConstructor([typeof(string[])])!, [new[] { purpose }]));
    }

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
